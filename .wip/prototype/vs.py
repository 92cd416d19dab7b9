import io,contextlib
with contextlib.redirect_stdout(io.StringIO()):
    from fin import *
cod=list(csv.DictReader(open('coder.csv')))
H=np.zeros((nS,nN),bool); B=np.full(nS,-1)
for r in cod:
    s=si[r['sinco']]
    for c in [r['best']]+r['others'].split(';'):
        c=c.strip()
        if c in ni: H[s,ni[c]]=1
    if r['best'] in ni: B[s]=ni[r['best']]
hb=B>=0
def vs(P,name):
    top=P.argmax(1); ok=[H[s,top[s]] for s in range(nS) if hb[s]]; ex=[B[s]==top[s] for s in range(nS) if hb[s]]
    r5=np.mean([H[s,(-P[s]).argsort()[:5]].sum()/H[s].sum() for s in range(nS) if hb[s]])
    print(f'{name:25s} top in best {np.mean(ex):.3f} in accepted {np.mean(ok):.3f} r5 {r5:.3f}')
if __name__=='__main__':
    vs(G*1.0+1e-6*F_['isco'],'INEGI itself')
    both=[s for s in range(nS) if hb[s] and G[s].any()]
    print('coder best in INEGI', np.mean([G[s,B[s]] for s in both]), 'mean accepted',H[hb].sum(1).mean(), 'INEGI links in accepted',(G&H)[both].sum()/G[both].sum())
    vs(F_['isco'],'isco'); 
    P=go(base,ex,'base'); vs(P,'base 2nd')
    P1=go(base,ex,'base',second=False); vs(P1,'base 1st')
    P=go({**base,'ug':UG,'ud':UD},ex,'with unoff'); vs(P,'unoff')
    P=go({**base,'en':.5*UG+.5*UD},ex,'with en'); vs(P,'en')
    P=go({**base,'esco0':EC0,'en':.5*UG+.5*UD},ex,'with en+esco0'); vs(P,'en esco0')
    P=go({k:v for k,v in {**base,'en':.5*UG+.5*UD}.items()},ex,'l2 10',l2=10); vs(P,'l2 10')
    # with INEGI direct
    K=cand(base)
    L=np.log(np.clip(P,1e-6,1-1e-6)/(1-np.clip(P,1e-6,1-1e-6)))
    for a,b in((1,.3),(2,.5),(3,1),(4,1)):
        vs(L+np.where(G,a,0)-np.where(~G&G.any(1)[:,None],b,0),f'direct {a} {b}')
