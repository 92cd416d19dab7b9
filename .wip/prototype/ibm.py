import io,contextlib
with contextlib.redirect_stdout(io.StringIO()):
    from text import *
# lexical translation: IBM model 1 over ESCO label pairs (pref + alt bag), ISCO titles, SOC
def stem_es(w):
    for suf in ('adoras','adores','adora','ador','istas','ista','es','as','os','a','o','e','s'):
        if w.endswith(suf) and len(w)-len(suf)>=3: return w[:-len(suf)]
    return w
def stem_en(w):
    for suf in ('ies','es','s','y'):
        if w.endswith(suf) and len(w)-len(suf)>=3: return w[:-len(suf)]
    return w
def toks(s,st): return [st(w) for w in clean(s).split() if w not in stop and len(w)>1]
pairs=[]
for r in esco:
    if r['label_es'] and r['label_en']:
        for part in r['label_es'].split('/')[:2]:
            pairs.append((toks(part,stem_es),toks(r['label_en'],stem_en)))
for r in rd('international/isco08.csv'): pairs.append((toks(r['title_es'],stem_es),toks(r['title_en'],stem_en)))
for r in rd('international/soc2010_titles_en_es.csv'): pairs.append((toks(r['title_es'],stem_es),toks(r['title_en'],stem_en)))
pairs=[(a,b) for a,b in pairs if a and b]
# model1 P(en|es)
t=collections.defaultdict(lambda: collections.defaultdict(float))
for a,b in pairs:
    for x in a:
        for y in b: t[x][y]=1.0
for x in t:
    n=len(t[x]); 
    for y in t[x]: t[x][y]=1/n
for it in range(8):
    cnt=collections.defaultdict(lambda: collections.defaultdict(float))
    for a,b in pairs:
        for y in b:
            z=sum(t[x].get(y,0) for x in a)+1e-4
            for x in a: 
                p=t[x].get(y,0)/z
                if p>1e-6: cnt[x][y]+=p
    for x in cnt:
        n=sum(cnt[x].values()); t[x]=collections.defaultdict(float,{y:c/(n) for y,c in cnt[x].items() if c/n>.01})
for w in ('enfermer','farmaceut','carpinter','chofer','albañil','conductor','sastr','maestr','obrer','polic'): print(w,sorted(t.get(w,{}).items(),key=lambda x:-x[1])[:4])
# docs
voc=collections.Counter()
ndoc=[]
for n in N:
    c=collections.Counter()
    for j,ti in enumerate(ntit[n]):
        for w in set(toks(ti,stem_en)): c[w]+= 5 if j==0 else 1
    ndoc.append(c); voc.update(set(c))
vi={w:i for i,w in enumerate(sorted(voc))}
idf=np.array([np.log(1+nN/voc[w]) for w in sorted(voc)])
NW=np.zeros((nN,len(vi)))
for i,c in enumerate(ndoc):
    for w,k in c.items(): NW[i,vi[w]]=(1+np.log(k))*idf[vi[w]]
SW=np.zeros((nS,len(vi))); unk=collections.Counter()
for s in S:
    tot=np.zeros(len(vi))
    for j,(ti,src) in enumerate(stit[s]):
        w_=3 if src.endswith('group_title') else 1
        for x in set(toks(ti,stem_es)):
            d=t.get(x)
            if not d: 
                unk[x]+=1
                for y in (x,stem_en(x)): 
                    if y in vi: tot[vi[y]]+=.5*w_; break
                continue
            for y,p in d.items():
                if y in vi: tot[vi[y]]+=p*w_
    SW[si[s]]=np.log1p(tot)*idf
print(len(unk),unk.most_common(60))
IB=normalize(SW)@normalize(NW).T
report('ibm word',IB)
# group title only
# unofficial English
ud=[clean(r['title_en_unofficial']) for r in sin]; gt=[clean(r['title_en']) for r in noc]
v=TfidfVectorizer(analyzer='char_wb',ngram_range=(3,5),sublinear_tf=True); v.fit(ud+gt)
UG=(v.transform(ud)@v.transform(gt).T).toarray(); report('unofficial group',UG)
v=TfidfVectorizer(analyzer='char_wb',ngram_range=(3,5),sublinear_tf=True); v.fit(ud+nd)
UD=(v.transform(ud)@v.transform(nd).T).toarray(); report('unofficial docs',UD)
# Spanish-French, Spanish-English cognates
v=TfidfVectorizer(analyzer='char_wb',ngram_range=(3,6),sublinear_tf=True); v.fit(sd+fd)
CF_=(v.transform(sd)@v.transform(fd).T).toarray(); report('cognate es-fr',CF_)
v=TfidfVectorizer(analyzer='char_wb',ngram_range=(3,6),sublinear_tf=True); v.fit(sd+nd)
CE_=(v.transform(sd)@v.transform(nd).T).toarray(); report('cognate es-en',CE_)
report('cognate both',CF_+CE_)
pickle.dump((IB,UG,UD,CF_,CE_),open('tx.pkl','wb'))
