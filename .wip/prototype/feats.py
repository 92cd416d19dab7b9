from base import *
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize
import scipy.sparse as sp, pickle
G=gold()
def report(name,X,G=G):
    has=G.any(1); r=(-X+1e-9*np.arange(nN)).argsort(1)
    t1=np.mean([G[i,r[i,0]] and X[i,r[i,0]]>0 for i in range(nS) if has[i]])
    r5=np.mean([G[i,r[i,:5]].sum()/G[i].sum() for i in range(nS) if has[i]])
    print(f'{name:30s} top1 {t1:.3f} r5 {r5:.3f}')
def geo(*Ms):
    Fm=None;Bm=None
    for M in Ms:
        f=M/np.maximum(M.sum(1,keepdims=True),1); b=M/np.maximum(M.sum(0,keepdims=True),1)
        Fm=f if Fm is None else Fm@f; Bm=b if Bm is None else Bm@b
    return Fm,Bm,np.sqrt(np.minimum(Fm,1)*np.minimum(Bm,1))
isco=[r['code'] for r in rd('international/isco08.csv') if len(r['code'])==4]; ii={c:i for i,c in enumerate(isco)}
soc=sorted({r['soc2010'] for r in rd('international/soc2010_soc2018.csv')}); so={c:i for i,c in enumerate(soc)}
soc8=sorted({r['soc2018'] for r in rd('international/soc2010_soc2018.csv')}); so8={c:i for i,c in enumerate(soc8)}
SI=mat(rd('sinco/sinco2011_isco08.csv'),si,ii,'sinco_code','isco_code')
NI=mat(rd('noc/noc2011_isco08.csv'),ni,ii,'noc_code','isco_code')
F_={}
f,b,g=geo(SI,NI.T); F_['isco_f'],F_['isco_b'],F_['isco']=f,b,g
report('isco',g); report('isco_f',f); report('isco_b',b)
# SOC: sinco broad codes
SSb=collections.defaultdict(set)
for r in rd('sinco/sinco2011_soc2010.csv'):
    if r['soc_code']: SSb[r['sinco_code']].add(r['soc_code'])
broad=sorted({x[:6]+'0' for x in soc}); br={c:i for i,c in enumerate(broad)}
SB=np.zeros((nS,len(broad))); miss=0
for s,v in SSb.items():
    for c in v:
        if c in br and s in si: SB[si[s],br[c]]=1
        else: miss+=1
print('soc missing',miss)
BD=np.zeros((len(broad),len(soc)))
for c in soc: BD[br[c[:6]+'0'],so[c]]=1
S88=mat(rd('international/soc2010_soc2018.csv'),so,so8,'soc2010','soc2018')
NS8=mat(rd('noc/noc2016_soc2018.csv'),ni,so8,'noc_code','soc_code')
f,b,g=geo(SB,BD,S88,NS8.T); F_['soc']=g; F_['soc_f']=f; F_['soc_b']=b; report('soc',g)
IS=mat(rd('international/isco08_soc2010.csv'),ii,so,'isco08','soc2010')
f,b,g=geo(SI,IS,S88,NS8.T); F_['isco_soc']=g; report('isco_soc',g)
f,b,g=geo(SB,BD,IS.T,NI.T); F_['soc_isco']=g; report('soc_isco',g)
# O*NET
on=rd('noc/noc2016_onet20.csv')
NO=np.zeros((nN,len(soc)))
for r in on:
    c=r['onet_code'][:7]
    if c in so and r['noc_code'] in ni: NO[ni[r['noc_code']],so[c]]+=1
print('onet nocs',(NO.sum(1)>0).sum())
NOb=(NO>0)*1.0
f,b,g=geo(SB,BD,NOb.T); F_['onet']=g; report('onet soc',g)
f,b,g=geo(SI,IS,NOb.T); F_['isco_onet']=g; report('isco onet',g)
pickle.dump((G,F_),open('f1.pkl','wb'))
pickle.dump((SI,NI,SB,BD,S88,NS8,IS,NOb),open('mats.pkl','wb'))
