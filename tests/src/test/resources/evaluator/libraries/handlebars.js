load(scriptArgs[0]);
Handlebars.registerHelper('loud', (s) => s.toUpperCase());
Handlebars.registerPartial('item', '<li>{{name}}{{#if last}}.{{else}},{{/if}}</li>');
const template = Handlebars.compile('<h1>{{loud title}}</h1>\n{{#each items}}{{@index}}{{> item last=@last}}\n{{else}}none{{/each}}{{{raw}}} {{escaped}} {{#with deep.er}}{{est}}/{{../title}}{{/with}}');
print(template({ title: 'list', items: [{ name: 'a' }, { name: 'b' }], raw: '<hr>', escaped: '<hr> & "q"', deep: { er: { est: 'x' } } }));
print(template({ title: 'empty' }));
try {
  Handlebars.compile('{{#if}}')({});
} catch (e) {
  print(e.name, e.message.split('\n')[0]);
}
print(Handlebars.VERSION, Handlebars.parse('{{a}} b').body.map((n) => n.type));
