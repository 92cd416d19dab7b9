import io,contextlib
with contextlib.redirect_stdout(io.StringIO()):
    from ibm import *
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import HistGradientBoostingClassifier
CNF=.5*CN+.5*CF
ECn=conc(CS*(.3+.7*(ES>0)),3,40)@conc(CNF*(.3+.7*(EN>0)),3,40).T; report('ec en+fr w',ECn)
EC0=conc(CS,3,40)@conc(CNF,3,40).T
raw=dict(isco=F_['isco'],soc=F_['soc'],iscosoc=F_['isco_soc'],socisco=F_['soc_isco'],onet=F_['onet'],ionet=F_['isco_onet'],esco=ECn,esco0=EC0,ibm=IB,ug=UG,ud=UD,cog=CF_+CE_)
def lvl_s(c): return c
sl={r['code']:r['skill_level'] for r in noc}
# 2-digit parent affinity via ISCO+SOC tie averages
P2=np.array([c[:2] for c in S]); Q2=np.array([c[:2] for c in N]); P3=np.array([c[:3] for c in S]); Q3=np.array([c[:3] for c in N])
def parent(X,P,Q):
    up=sorted(set(P)); uq=sorted(set(Q)); A=np.array([[p==u for p in P] for u in up],float); B=np.array([[q==u for q in Q] for u in uq],float)
    M=A@X@B.T; M=M/np.sqrt(np.maximum(M.sum(1,keepdims=True),1e-9)*np.maximum(M.sum(0,keepdims=True),1e-9))
    return A.T@M@B
par3=parent(F_['isco']+F_['soc'],P3,Q3); par2=parent(F_['isco']+F_['soc'],P2,Q2)
report('par3',par3)
roles_es=re.compile(r'\b(supervisor|supervisores|jefes?|coordinador|coordinadores|directores|gerentes)\b'); roles_en=re.compile(r'\b(supervisors?|managers?|co-?ordinators|directors|head|contractors)\b')
rs=np.array([bool(roles_es.search(strip(r['title_es']))) for r in sin]); rn=np.array([bool(roles_en.search(strip(r['title_en']))) for r in noc])
as_=np.array([bool(re.search(r'\b(auxiliares|ayudantes|asistentes|peones|trabajadores de apoyo)\b',strip(r['title_es']))) for r in sin]); an=np.array([bool(re.search(r'\b(helpers|aides?|assistants?|labourers|assisting)\b',strip(r['title_en']))) for r in noc])
res=np.array([bool(re.search(r'\botr[oa]s\b|no clasificad',strip(r['title_es']))) for r in sin]); ren=np.array([bool(re.search(r'\bother\b|n\.e\.c',strip(r['title_en']))) for r in noc])
nlev=np.array([{'0':5,'A':4,'B':3,'C':2,'D':1}.get(sl[c],3) if c[0]!='0' else 5 for c in N],float)
islev=np.array([float({'1':1,'2':2,'3':3,'4':4}.get(next(r['skill_level'] for r in rd('international/isco08.csv') if r['code']==c)[:1],2)) for c in isco])
sw=SI.sum(1); slev=np.where(sw>0,(SI@islev)/np.maximum(sw,1),np.nan)
def fs(raw):
    cols=[];names=[]
    for k,X in raw.items():
        rm=X.max(1,keepdims=True); cm=X.max(0,keepdims=True)
        for nm,Y in((k,X),(k+'/r',X/np.maximum(rm,1e-9)),(k+'/c',X/np.maximum(cm,1e-9))):
            cols.append(Y); names.append(nm)
    return cols,names
def build(raw,extra=True):
    cols,names=fs(raw)
    if extra:
        for nm,Y in (('role_ss',rs[:,None]&rn[None]),('role_x',rs[:,None]^rn[None]),('as_x',as_[:,None]^an[None]),('as_ss',as_[:,None]&an[None]),('res_ss',res[:,None]&ren[None]),('res_x',res[:,None]^ren[None]),('par3',par3),('par2',par2),
                      ('anyi',(raw['isco']>0)),('anys',raw['soc']>0),('both',(raw['isco']>0)&(raw['soc']>0)),
                      ('mean_r',sum(X/np.maximum(X.max(1,keepdims=True),1e-9) for X in raw.values())/len(raw)),
                      ('lev',np.abs(np.nan_to_num(slev,nan=2.5)[:,None]-np.minimum(nlev,4)[None]))):
            cols.append(np.asarray(Y,float)); names.append(nm)
    X=np.stack(cols,-1); return X,names
has=G.any(1)
groups=np.array([c[:3] for c in S]); ug=sorted(set(groups)); rng=np.random.RandomState(0); perm=rng.permutation(len(ug)); fold={u:perm[i]%10 for i,u in enumerate(ug)}; fo=np.array([fold[g] for g in groups])
def cand(raw):
    C=np.zeros((nS,nN),bool)
    for k,X in raw.items():
        th=-np.sort(-X,1)[:,15][:,None]; C|=(X>=np.maximum(th,1e-6))
        th=-np.sort(-X,0)[8][None]; C|=(X>=np.maximum(th,1e-6))
    return C
def ece(p,y,b=10):
    e=0
    for i in range(b):
        m=(np.minimum((p*b).astype(int),b-1)==i)
        if m.any(): e+=abs(p[m].sum()-y[m].sum())
    return e/len(p)
def run(raw,name,clf='lr',C=1.0,extra=True,show=False,balance=False,sel=None):
    X,names=build(raw,extra)
    if sel: 
        ix=[i for i,n in enumerate(names) if sel(n)]; X=X[:,:,ix]; names=[names[i] for i in ix]
    K=cand(raw); P=np.zeros((nS,nN))
    mu=X[K].mean(0); sd_=X[K].std(0)+1e-9; Z=(X-mu)/sd_
    for f in range(10):
        tr=(fo!=f)&has; te=fo==f
        m=K&tr[:,None]
        w=None
        c=LogisticRegression(C=C,max_iter=3000) if clf=='lr' else HistGradientBoostingClassifier(max_iter=150,learning_rate=.05,max_leaf_nodes=8,l2_regularization=5,min_samples_leaf=30)
        c.fit(Z[m],G[m]); mt=K&te[:,None]
        P[mt]=c.predict_proba(Z[mt])[:,1]
    report(name+f' [{len(names)}]',P); m=K&has[:,None]
    top=P.argmax(1); tp=P.max(1)[has]; ty=G[np.arange(nS),top][has]
    print('     ece all',round(ece(P[m],G[m]),4),'top1 ece',round(ece(tp,ty),4),'cand',K.sum(),'recall of cand',round((K&G).sum()/G.sum(),3), 'P>.5',round(G[P>=.5].mean(),3),'R>.5',round((G&(P>=.5)).sum()/G.sum(),3))
    return P
if __name__=='__main__':
    P=run(raw,'all lr'); run(raw,'all lr C.1',C=.1); run(raw,'all lr C.01',C=.01)
    run(raw,'gbm',clf='gbm')
    for k in raw: run({a:b for a,b in raw.items() if a!=k or a in('isco','soc')},'without '+k,C=.1)
