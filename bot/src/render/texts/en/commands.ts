/** Which slash commands a server has, in English. */
export const commandTexts = {
  'answer.vocabulary-off':
    'This server does not use /{{command}} (the setting `commands`); it goes from your menu in a moment. Use instead: {{instead}}',
  'answer.vocabulary-typed':
    'the buttons in the ticket, or type {{prefix}}close, {{prefix}}claim, {{prefix}}block there',
  'answer.vocabulary-buttons': 'the buttons in the ticket',
} as const;
