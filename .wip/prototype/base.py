import csv, re, unicodedata, numpy as np, collections
F='/work/shared/facts/'
def rd(p): return list(csv.DictReader(open(F+p,encoding='utf-8-sig')))
sin=[r for r in rd('sinco/sinco2011.csv') if r['level'] in('grupo_unitario','unit_group') or len(r['code'])==4]
noc=[r for r in rd('noc/noc2016.csv') if len(r['code'])==4]
S=[r['code'] for r in sin]; N=[r['code'] for r in noc]
si={c:i for i,c in enumerate(S)}; ni={c:i for i,c in enumerate(N)}
nS,nN=len(S),len(N)
def strip(s): return ''.join(c for c in unicodedata.normalize('NFD',s.lower()) if unicodedata.category(c)!='Mn')
# gold
ca=rd('noc/noc2016_nocs2006.csv')
def gold():
    m=collections.defaultdict(set)
    k=[x for x in ca[0].keys()]
    for r in ca:
        a=r[k[0]]; b=[r[x] for x in k if 'nocs' in x and 'code' in x][0]
        a=[r[x] for x in k if '2016' in x and 'code' in x][0]
        if a and b: m[b].add(a)
    G=np.zeros((nS,nN),bool)
    for r in rd('sinco/sinco2011_noc_s2006.csv'):
        for t in m.get(r['noc_s2006_code'],()):
            if r['sinco_code'] in si and t in ni: G[si[r['sinco_code']],ni[t]]=1
    return G
def mat(rows,a,b,fa,fb):
    M=np.zeros((len(a),len(b)))
    for r in rows:
        x,y=r[fa],r[fb]
        if x in a and y in b: M[a[x],b[y]]=1
    return M
