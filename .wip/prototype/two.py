import io,contextlib
from model import *
def two(P,K,name):
    # second stage with CV
    L=np.log(np.clip(P,1e-6,1-1e-6)/(1-np.clip(P,1e-6,1-1e-6))); L=np.where(K,L,-14)
    def othermax(L,ax):
        s=np.sort(L,ax); m1=np.take(s,[-1],ax); m2=np.take(s,[-2],ax)
        return np.where(L==m1,m2,m1)
    r=L-othermax(L,1); c=L-othermax(L,0)
    def lse(L,ax): 
        m=L.max(ax,keepdims=True); return m+np.log(np.exp(L-m).sum(ax,keepdims=True))
    share=L-lse(L,1); cs=L-lse(L,0)
    Z=np.stack([L,share,cs],-1)
    Q=np.zeros_like(P)
    for f in range(10):
        m=K&((fo!=f)&has)[:,None]; t=K&(fo==f)[:,None]
        lr=LogisticRegression(C=10,max_iter=1000).fit(Z[m],G[m]); Q[t]=lr.predict_proba(Z[t])[:,1]
    print(lr.coef_,lr.intercept_)
    report(name,Q); m=K&has[:,None]; top=Q.argmax(1); tp=Q.max(1)[has]; ty=G[np.arange(nS),top][has]
    print('   ece',ece(Q[m],G[m]),'top1',ece(tp,ty),'P>.5',G[Q>=.5].mean(),'R>.5',(G&(Q>=.5)).sum()/G.sum(), 'n>.05 ece',ece(Q[m][Q[m]>.05],G[m][Q[m]>.05]))
    return Q
if __name__=='__main__':
    for sel in (None,lambda n:not n.endswith('/c'),lambda n:'/' not in n):
        P=run(raw,'lr',C=.1,sel=sel); two(P,cand(raw),'two')
    raw2={k:raw[k] for k in('isco','soc','onet','esco','ibm','ug','ud')}
    P=run(raw2,'small',C=.1); two(P,cand(raw2),'two')
    raw2={k:raw[k] for k in('isco','soc','iscosoc','onet','esco','esco0','ibm','cog')}
    P=run(raw2,'no unofficial',C=.1); two(P,cand(raw2),'two')
