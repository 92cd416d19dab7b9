import io,contextlib
with contextlib.redirect_stdout(io.StringIO()):
    from vs import *
def two2(P,K,name,use):
    L=np.log(np.clip(P,1e-6,1-1e-6)/(1-np.clip(P,1e-6,1-1e-6))); L=np.where(K,L,-14)
    def lse(L,ax): 
        m=L.max(ax,keepdims=True); return m+np.log(np.exp(L-m).sum(ax,keepdims=True))
    f={'z':L,'r':L-lse(L,1),'c':L-lse(L,0)}
    Z=np.stack([f[u] for u in use],-1); Q=np.zeros_like(P)
    for k in range(10):
        m=K&((fo!=k)&has)[:,None]; t=K&(fo==k)[:,None]
        lr=LogisticRegression(C=10,max_iter=1000).fit(Z[m],G[m]); Q[t]=lr.predict_proba(Z[t])[:,1]
    m=K&has[:,None]; top=Q.argmax(1); tp=Q.max(1)[has]; ty=G[np.arange(nS),top][has]
    report(name,Q); vs(Q,name)
    print('   ece',round(ece(Q[m],G[m]),4),'top1',round(ece(tp,ty),4),'>.05',round(ece(Q[m][Q[m]>.05],G[m][Q[m]>.05]),4),lr.coef_.round(2))
    # reverse direction quality: for each noc in gold
    hn=G.any(0); t=Q.argmax(0); print('   reverse top1',np.mean([G[t[j],j] for j in range(nN) if hn[j]]))
    return Q
EN_=.5*UG+.5*UD
r={**base,'en':EN_}
P=go(r,ex,'x',second=False); K=cand(r)
hn=G.any(0); print('rev 1st',np.mean([G[P[:,j].argmax(),j] for j in range(nN) if hn[j]]))
for use in ('z','zr','zc','zrc','r','rc'): two2(P,K,use,use)
