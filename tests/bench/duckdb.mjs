// The simpler job in SQL, for comparison: read the manifest, find the names in the description with
// one alternation, look the HS, CAS and UN columns up in small tables, count the lines found.
// Usage: node duckdb.mjs MODULES MANIFEST THREADS
// MODULES is the folder that holds node_modules, MANIFEST a file of generate.py. Prints one JSON
// object: lines read, lines found, seconds of the query without the start of the program.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

// Fixed on purpose: the yardstick must not change when the catalogue grows.
const nameText = `
nitric acid|azotic acid|fuming nitric acid|white fuming nitric acid|scheidewasser|eau-forte|
acido nitrico|salpeterzuur|kwas azotowy(v)|kezzap|азотная кислота|حمض النيتريك|salpetersyra|
hydrogen peroxide|hydroperoxide|oxygenated water|persynt|wasserstoffperoxid|eau oxygénée|
agua oxigenada|acqua ossigenata|nadtlenek wodoru|peróxido de hidrogénio|água oxigenada|
oksijenli su|perekis vodoroda|пероксид водорода|ma al-oksijin|ماء الأكسجين|peroxid vodíku|
sulphuric acid|battery fluid, acid|oleum|h2so4|batteriesäure|vitriolöl|ácido sulfúrico|
ácido para baterías|olio di vetriolo|accuzuur|kwas siarkowy(vi)|zaç yağı|sernaya kislota|
akkumulyatornaya kislota|حمض الكبريتيك|kyselina sírová|ch3no2|nitrométhane|nitromethaan|
нитрометан|نيتروميثان|prilled ammonium nitrate|an 34.4|33.5-0-0|nitro-chalk|can 27|
yarabela extran|pulan|ammoniumnitrat|kalkammonsalpeter|ammonitrate 33.5|nitrato de amonio|
nitrato di ammonio|ammoniumnitraat|saletra amonowa|nitrato de amónio|amonyum nitrat|
аммиачная селитра|известково-аммиачная селитра|nitrat al-ammoniom|نترات الامونيوم|
ledek amonný|potcrate|chloric acid potassium salt|kclo3|chlorate de potassium|
clorato de potasio|kaliumchloraat|chloran(v) potasu|potasyum klorat|bertoletova sol|
бертолетова соль|kaliumklorat|perchlorate of potash|kclo4|perchlorate de potassium|
perclorato potásico|nadchloran potasu|perclorato de potássio|perkhlorat kaliya|
birklurat al-butasyum|kaliumperklorat|soda chlorate|naclo3|unkraut-ex|chlorate de sodium|
clorato de sodio|natriumchloraat|chloran(v) sodu|sodyum klorat|хлорат натрия|
كلورات الصوديوم|perchloric acid sodium salt|naclo4|perchlorate de sodium|perclorato sódico|
natriumperchloraat|sodyum perklorat|перхлорат натрия|بيركلورات الصوديوم|hexamine|
hexamethylene tetramine|1,3,5,7-tetraazaadamantane|aminoform|esbit|hexamethylentetramin|
methenamin|hexamina|metenamina|esammina|hexamethyleentetramine|heksametylenotetraamina|
hekzamin|geksamin|гексаметилентетрамин|urutrubin|acetone|propan-2-one|pyroacetic ether|
aceton|dimethylketon|propanone|propanona|ацетон|asitun|potassium nitrate|saltpeter|niter|
13-0-46|multi-k|ultrasol k|kalisalpeter|nitrate de potassium|nitrato potásico|salnitro|
azotan potasu|saletra indyjska|potasyum nitrat|nitrat kaliya|нитрат калия|
nitrat al-butasyum|نترات البوتاسيوم|sodium nitrate|soda nitre|nitrate of soda|16-0-0|
natriumnitrat|natronsalpeter|nitrate de soude|nitrato sódico|salitre de chile|
nitro del cile|chilisalpeter|saletra chilijska|salitre do chile|şili güherçilesi|
natriyevaya selitra|натриевая селитра|calcium nitrate|lime nitrate|calcium saltpeter|
norge saltpeter|nitric acid calcium salt|calciumnitrat|kalksalpeter|nitrate de calcium|
nitrato de calcio|nitrato de cal|azotan wapnia|saletra norweska|kalsiyum nitrat|
kaltsiyevaya selitra|кальциевая селитра|نترات الكالسيوم|nitric acid ammonium calcium salt|
yaraliva tropicote|haifa cal prime|calciumammoniumnitrat|
acido nitrico, sale di ammonio e calcio|azotan amonowo-wapniowy|kalsiyum amonyum nitrat|
кальций-аммоний нитрат|نترات الكالسيوم والأمونيوم|magnesium powders|magnesium dust|mg pdr|
magnesium, pulver|magnésium en poudre|magnesio en polvo|magnesiumpoeder|proszek magnezowy|
magnésio em pó|magniyevyy poroshok|mashuq al-maghnisyum|magnesium dinitrate hexahydrate|
nitromagnesite|mg(no3)2.6h2o|krista mag|hexahydrate de nitrate de magnésium|
nitrato di magnesio esaidrato|azotan magnezu, sześciowodny|magnezyum nitrat hekzahidrat|
нитрат магния гексагидрат|نترات المغنيسيوم|aluminium powders|aluminium paste|pyro aluminium|
al powder|pap-1|aluminium, pulver|aluminium en poudre|aluminio en polvo|
alluminio in polvere|polvere di alluminio|proszek aluminiowy|pó de alumínio|alüminyum tozu|
alyuminiyevaya pudra|алюминиевая пудра|مسحوق الألومنيوم|muriatic acid|hydrogen chloride|
chlorane|chlorwasserstoffsäure|ácido clorhídrico|salfumán|acido muriatico|kwas solny|
ácido clorídrico|solyanaya kislota|hamd al-hidrukluric|روح الملح|orthophosphoric acid|
merchant grade phosphoric acid|phosphorsäure|acide orthophosphorique|ácido ortofosfórico|
acido ortofosforico|kwas fosforowy|fosforik asit|ортофосфорная кислота|حمض الفوسفوريك|
sulphur|flowers of sulphur|sublimed sulphur|micronised sulphur|schwefel|netzschwefel|
fleur de soufre|flor de azufre|zwavel|enxofre|sera tekhnicheskaya|acetic anhydride|
acetic oxide|essigsäureanhydrid|anhydride acétique|anidride acetica|bezwodnik octowy|
asetik anhidrit|anhidrid al-khallik|carbamide|prilled urea|technical grade urea|aus 32|
e927b|adblue|carbamid|mocznik|ureia|мочевина|يوريا|electric detonator|detonating cap|
detonating cord|igniter|nonel|sprengkapsel|sprengschnur|détonateur|detonador|
mecha de seguridad|miccia detonante|slagpijpje|veiligheidslont|lont prochowy|rastilho|
infilak fitili|elektrodetonator|детонатор
`;
const hsText = `
250300|280200|280610|280700|280800|280920|282911|282919|282990|283421|283429|284700|290420|
291411|291524|293369|310210|310229|310230|310240|310250|310260|310280|310290|310510|310520|
310590|321290|330430|360300|360310|360320|360330|360340|360350|360360|360690|380892|381400|
760310|760320|810430
`;
const casText = `
100-97-0|10124-37-5|108-24-7|13446-18-9|15245-12-2|3811-04-9|57-13-6|6484-52-2|67-64-1|
7429-90-5|7439-95-4|75-52-5|7601-89-0|7631-99-4|7647-01-0|7664-38-2|7664-93-9|7697-37-2|
7704-34-9|7722-84-1|7757-79-1|7775-09-9|7778-74-7
`;
const unText = `
0029|0030|0044|0065|0066|0073|0101|0102|0103|0104|0105|0121|0131|0222|0255|0267|0289|0290|
0314|0315|0325|0360|0361|0364|0365|0366|0377|0378|0454|0455|0456|0500|0511|0512|0513|1050|
1090|1261|1309|1328|1350|1383|1396|1418|1454|1474|1485|1486|1489|1495|1498|1499|1502|1715|
1789|1796|1805|1826|1830|1831|1832|1833|1869|1942|2014|2015|2031|2032|2067|2071|2186|2426|
2427|2428|2448|2794|2796|2800|2950|2984|3149|3211|3218|3375|3453
`;

const words = (text) => text.replaceAll('\n', '').split('|').filter((word) => word !== '');
const literal = (text) => `'${text.replaceAll("'", "''")}'`;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A table of one column "code", made of the words of a text. */
const table = (text) => `(VALUES ${words(text).map((word) => `(${literal(word)})`).join(', ')})`;

/** The whole job as one statement. */
function query(manifest) {
    const alternation = literal(words(nameText).map(escaped).join('|'));
    return `
        WITH line AS (
            SELECT lower("Goods Description") AS description,
                   left(replace("HS Code", '.', ''), 6) AS hs,
                   regexp_replace("UN No", '[^0-9]', '', 'g') AS un,
                   "CAS No" AS cas
            FROM read_csv(${literal(manifest)}, header = true, all_varchar = true,
                          delim = ',', quote = '"', escape = '"'))
        SELECT count(*) AS lines,
               count(*) FILTER (regexp_matches(description, ${alternation})
                   OR h.code IS NOT NULL OR c.code IS NOT NULL OR u.code IS NOT NULL) AS found
        FROM line
        LEFT JOIN ${table(hsText)} AS h(code) ON line.hs = h.code
        LEFT JOIN ${table(casText)} AS c(code) ON line.cas = c.code
        LEFT JOIN ${table(unText)} AS u(code) ON line.un = u.code`;
}

async function duckdb(modules) {
    const require = createRequire(join(resolve(modules), 'package.json'));
    return import(pathToFileURL(require.resolve('@duckdb/node-api')).href);
}

async function main([modules, manifest, threads]) {
    if (!modules || !manifest || !/^[1-9][0-9]*$/.test(threads ?? '')) {
        console.error('usage: node duckdb.mjs MODULES MANIFEST THREADS');
        return 2;
    }
    const { DuckDBInstance } = await duckdb(modules);
    const instance = await DuckDBInstance.create(':memory:', { threads });
    const connection = await instance.connect();
    const started = performance.now();
    const reader = await connection.runAndReadAll(query(manifest));
    const seconds = (performance.now() - started) / 1000;
    const [lines, found] = reader.getRows()[0].map(Number);
    console.log(JSON.stringify({ lines, found, seconds }));
    return 0;
}

process.exitCode = await main(process.argv.slice(2));
