import io,contextlib
with contextlib.redirect_stdout(io.StringIO()):
    from two import *
from scipy.optimize import minimize
IB2,_,_=pickle.load(open('more.pkl','rb'))
def nnfit(Z,y,pos,l2=1.0):
    n,d=Z.shape
    def f(w):
        z=Z@w[:-1]+w[-1]; l=np.logaddexp(0,z)-y*z; p=1/(1+np.exp(-z))
        return l.sum()+.5*l2*(w[:-1]**2).sum(), np.r_[Z.T@(p-y)+l2*w[:-1],(p-y).sum()]
    b=[(0,None) if q else (None,None) for q in pos]+[(None,None)]
    return minimize(f,np.zeros(d+1),jac=True,method='L-BFGS-B',bounds=b,options=dict(maxiter=500)).x
def go(raw,extra,name,l2=1.0,forms=('','r','c'),show=False,second=True):
    cols=[];names=[];pos=[]
    for k,X in raw.items():
        rm=X.max(1,keepdims=True); cm=X.max(0,keepdims=True)
        for nm,Y in(('',X),('r',X/np.maximum(rm,1e-9)),('c',X/np.maximum(cm,1e-9))):
            if nm in forms: cols.append(Y); names.append(k+'/'+nm); pos.append(True)
    for k,(X,p) in extra.items(): cols.append(np.asarray(X,float)); names.append(k); pos.append(p)
    X=np.stack(cols,-1); K=cand(raw); P=np.zeros((nS,nN)); W=[]
    for f in range(10):
        m=K&((fo!=f)&has)[:,None]; t=K&(fo==f)[:,None]
        w=nnfit(X[m],G[m].astype(float),pos,l2); W.append(w)
        P[t]=1/(1+np.exp(-(X[t]@w[:-1]+w[-1])))
    report(name+f' {len(names)}',P)
    if show: print({n:round(v,2) for n,v in zip(names+['b'],W[0])})
    return two(P,K,name+' 2nd') if second else P
base=dict(isco=F_['isco'],soc=F_['soc'],iscosoc=np.maximum(F_['isco_soc'],F_['soc_isco']),onet=np.maximum(F_['onet'],F_['isco_onet']),esco=ECn,ibm=IB2,cog=CF_+CE_)
nrs=rs;
ex=dict(role_x=(rs[:,None]^rn[None],False),as_x=(as_[:,None]^an[None],False),res_x=(res[:,None]^ren[None],False),par3=(par3,True),par2=(par2,True),lev=(np.abs(np.nan_to_num(slev,nan=2.5)[:,None]-np.minimum(nlev,4)[None]),False))
if __name__=='__main__':
    for l2 in(.3,1,3): go(base,ex,f'nn l2={l2}',l2,show=l2==1)
    go(base,{},'no extra')
    go(base,{k:ex[k] for k in('role_x','as_x','res_x','lev')},'no par')
    go(base,{k:ex[k] for k in('role_x','par3','par2','lev')},'no as/res')
    go({**base,'ug':UG,'ud':UD},ex,'with unoff')
    go({**base,'esco0':EC0},ex,'with esco0')
    go({**base,'esco0':EC0},ex,'forms r c',forms=('r','c'))
    go(base,ex,'forms raw r',forms=('','r'))
    for k in ('iscosoc','onet','cog'): go({a:b for a,b in base.items() if a!=k},ex,'no '+k)
    # sqrt transforms
    go({k:np.sqrt(v) for k,v in base.items()},ex,'sqrt')
