import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';

const samples: Record<string, string> = {
  German:
    'Die Bundesregierung hat am Dienstag beschlossen, die Förderung für den Ausbau der Windkraft zu erhöhen. Der Minister sagte, das Gesetz werde noch in diesem Jahr dem Parlament vorgelegt.',
  Dutch:
    'Het kabinet heeft dinsdag besloten om de subsidie voor windmolens op zee te verhogen. De minister zei dat het voorstel nog dit jaar naar de Tweede Kamer gaat, maar niet iedereen is tevreden.',
  French:
    'Le gouvernement a annoncé mardi une hausse des aides pour les éoliennes en mer. La ministre a déclaré que le texte serait présenté au Parlement avant la fin de l’année.',
  Spanish:
    'El Gobierno anunció el martes un aumento de las ayudas para los parques eólicos. La ministra dijo que el texto llegará al Congreso antes de que termine el año.',
  Portuguese:
    'O governo anunciou na terça-feira um aumento dos apoios para os parques eólicos. A ministra disse que o texto não será apresentado ao Parlamento antes do fim do ano.',
  Italian:
    'Il governo ha annunciato martedì un aumento degli aiuti per i parchi eolici. La ministra ha detto che il testo arriverà in Parlamento prima della fine dell’anno.',
  Swedish:
    'Regeringen meddelade på tisdagen att stödet till vindkraft ska höjas. Ministern sade att förslaget kommer att läggas fram för riksdagen under året, men att det inte är klart.',
  Polish:
    'Rząd ogłosił we wtorek zwiększenie wsparcia dla farm wiatrowych na morzu. Minister powiedział, że projekt trafi do parlamentu jeszcze w tym roku, ale nie jest to pewne.',
  Turkish:
    'Hükümet salı günü rüzgar enerjisi için verilen desteğin artırılacağını açıkladı. Bakan, bu yasa tasarısının yıl sonundan önce Meclis için hazır olacağını ve daha çok iş sağlayacağını söyledi.',
  Indonesian:
    'Pemerintah mengumumkan pada hari Selasa kenaikan bantuan untuk pembangkit listrik tenaga angin. Menteri mengatakan rancangan itu akan dibawa ke parlemen dalam tahun ini dan tidak akan ditunda.',
  Russian:
    'Правительство объявило во вторник об увеличении поддержки ветроэнергетики. Министр заявил, что законопроект будет внесён в парламент до конца года.',
  Arabic:
    'أعلنت الحكومة يوم الثلاثاء زيادة الدعم لطاقة الرياح. وقال الوزير إن مشروع القانون سيعرض على البرلمان قبل نهاية العام.',
  Chinese: '政府周二宣布增加对海上风电的补贴。部长表示，该法案将在年底前提交议会审议，许多人对此表示欢迎。',
  Hindi: 'सरकार ने मंगलवार को पवन ऊर्जा के लिए सहायता बढ़ाने की घोषणा की। मंत्री ने कहा कि विधेयक इस साल संसद में पेश किया जाएगा।',
};

describe('detectLanguage', () => {
  it.each(Object.entries(samples))('says that %s is not supported', (_, text) => {
    expect(detectLanguage(text)).toBe('unsupported');
  });

  it('knows English news', () => {
    const text =
      'The government said on Tuesday that it would raise subsidies for offshore wind farms. The minister told reporters the bill will be brought to Parliament before the end of the year.';
    expect(detectLanguage(text)).toBe('en');
  });

  it('knows English full of foreign names', () => {
    const text =
      'Łukasz Żółkiewski of Polskie Linie Lotnicze met José María García de la Torre in São Paulo, and the two agreed that Der Spiegel and Le Monde had been right about the deal.';
    expect(detectLanguage(text)).toBe('en');
  });

  it('does not guess from a few words', () => {
    expect(detectLanguage('Breaking news')).toBe('unknown');
    expect(detectLanguage('')).toBe('unknown');
    expect(detectLanguage('12 34 56')).toBe('unknown');
  });
});
