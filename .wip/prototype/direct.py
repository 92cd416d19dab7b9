import io,contextlib
with contextlib.redirect_stdout(io.StringIO()):
    from stage import *
r={**base,'en':EN_}
P=two2(go(r,ex,'x',second=False),cand(r),'zrc','zrc'); K=cand(r)
L=np.log(np.clip(P,1e-6,1-1e-6)/(1-np.clip(P,1e-6,1-1e-6)))
hb2=hb&has
m=K&hb2[:,None]
Z=np.stack([L[m],G[m]*1.0],-1); lr=LogisticRegression(C=100).fit(Z,H[m]); print('H~L+listed',lr.coef_,lr.intercept_)
Z=np.stack([L[m],G[m]*1.0,(G*(L<-4))[m]*1.0],-1); lr=LogisticRegression(C=100).fit(Z,H[m]); print('with implausible',lr.coef_,lr.intercept_)
m2=K&hb[:,None]; print('calibration vs coder w/o direct: ece', ece(P[m2],H[m2])); top=P.argmax(1); print('top1 ece',ece(P.max(1)[hb],H[np.arange(nS),top][hb]))
for (s,n) in [('2814','3219'),('2814','3414'),('2814','9232'),('2811','3011'),('2811','3233'),('2811','3012'),('9661','3012')]:
    if s in si and n in ni: print(s,n,round(P[si[s],ni[n]],4),'rank',(P[si[s]]>P[si[s],ni[n]]).sum()+1, 'listed',G[si[s],ni[n]])
def show(s):
    o=(-P[si[s]]).argsort()[:6]; print(s,[(N[j],round(P[si[s],j],2),bool(G[si[s],j])) for j in o])
for s in ('2426','2813','2811','2814','2821','2823','2824','2428','9661'): show(s)
