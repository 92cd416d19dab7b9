from feats import *
import re
stop=set('de del la las los el y e o u en a para por con al no otros otras otro otra sin que su sus un una the of and or in for to et des du les le au aux a l d'.split())
def clean(s): return re.sub(r'[^a-z0-9]+',' ',strip(s)).strip()
stit=collections.defaultdict(list); ntit=collections.defaultdict(list); nfr=collections.defaultdict(list)
for r in rd('sinco/sinco2011_titles.csv'):
    t=re.sub(r'[.,]*</?\w+>?','',r['title_es']); stit[r['code']].append((t,r['source']))
for r in rd('noc/noc2016_titles_en.csv'): ntit[r['code']].append(r['title'])
for r in rd('noc/noc2016_titles_fr_derived.csv'): nfr[r['code']].append(r['title'])
for r in noc: ntit[r['code']].insert(0,r['title_en']); nfr[r['code']].insert(0,r['title_fr'])
esco=rd('international/esco_occupations.csv'); ei={r['esco_id']:i for i,r in enumerate(esco)}; nE=len(esco)
EI=np.zeros((nE,len(isco)))
for r in esco: 
    if r['isco_code'] in ii: EI[ei[r['esco_id']],ii[r['isco_code']]]=1
lab={l:[[] for _ in range(nE)] for l in('en','es','fr')}
for r in esco:
    for l in lab:
        if r['label_'+l]: lab[l][ei[r['esco_id']]]+= [r['label_'+l]]
for r in rd('international/esco_labels.csv'):
    if r['esco_id'] in ei and r['lang'] in lab: lab[r['lang']][ei[r['esco_id']]].append(r['label'])
def docs(listoflists): return [' | '.join(sorted(set(clean(x) for x in l))) for l in listoflists]
def vec(lang,docsets,ng=(3,5)):
    v=TfidfVectorizer(analyzer='char_wb',ngram_range=ng,sublinear_tf=True,min_df=2)
    alld=[d for ds in docsets for d in ds]; v.fit(alld)
    return [v.transform(d) for d in docsets]
sd=docs([[t for t,_ in stit[s]] for s in S]); ed={l:docs(lab[l]) for l in lab}
nd=docs([ntit[n] for n in N]); fd=docs([nfr[n] for n in N])
Xs,Ees=vec('es',[sd,ed['es']]); Xn,Een=vec('en',[nd,ed['en']]); Xf,Efr=vec('fr',[fd,ed['fr']])
CS=(Xs@Ees.T).toarray(); CN=(Xn@Een.T).toarray(); CF=(Xf@Efr.T).toarray()
def conc(C,p=3,k=40):
    C=C.copy(); 
    if k: 
        th=np.sort(C,1)[:,-k][:,None]; C[C<th]=0
    return normalize(C**p)
for p in(1,2,3,4):
  for k in(0,20,40,80):
    report(f'esco en p{p} k{k}',conc(CS,p,k)@conc(CN,p,k).T)
report('esco fr',conc(CS,3,40)@conc(CF,3,40).T)
report('esco en+fr',conc(CS,3,40)@conc(CN*.5+CF*.5,3,40).T)
# restricted by ISCO
ES=(SI@EI.T); EN=(NI@EI.T)
for w in (0,.1,.3): report(f'esco isco-weighted {w}',conc(CS*(w+(1-w)*(ES>0)),3,40)@conc(CN*(w+(1-w)*(EN>0)),3,40).T)
pickle.dump((CS,CN,CF,ES,EN),open('conc.pkl','wb'))
