/** What members are asked before a ticket opens, and what staff see of it. */
export const door = {
  'door.topic': 'What do you want to write to **{{server}}** about?',
  'door.topic-placeholder': 'Choose a topic',
  'door.about': 'About: **{{topic}}**',
  'door.unfilled': 'You chose **{{topic}}**, which has a few questions. Answer them, or choose something else.',
  'door.fill': 'Answer the questions',
  'door.anonymity': 'Do you want to write to **{{server}}** with your name?',
  'door.anonymity-means':
    '-# Anonymously means: the team sees an invented name instead of your name, picture and account.',
  'door.named': 'With my name',
  'door.anonymous': 'Anonymously',
  'door.topic-gone': 'That topic is not offered any more. Please choose again.',
  'door.expired': 'That question had expired, so I have to ask once more.',
  'door.answers-wrong':
    'The questions have changed meanwhile. What you entered is still there; please look at these again:',
  'door.wrong.missing': '**{{label}}** needs an answer.',
  'door.wrong.too-long': 'The answer to **{{label}}** is too long.',
  'door.wrong.no-choice': 'What you chose for **{{label}}** is not offered any more.',
  'door.along': 'What you wrote in our direct messages waits for **{{meant}}**. Shall it go to **{{here}}** instead?',
  'door.along-yes': 'Send it to {{here}}',
  'door.along-no': 'No, it is for {{meant}}',
  'door.stays':
    'It waits for **{{meant}}**. Answer what I asked you in our direct messages, or write there and I ask again.',
  'door.form-sent': 'Your answers went to **{{server}}**. Whatever you want to add, write it here.',
  'door.open-already': 'Your conversation with **{{server}}** is open already. Just write here.',
  'notice.not-asked':
    '⚠️ The member takes no direct messages: nothing could be asked before this ticket opened, and your answers may not arrive.',
  'card.topic': 'Topic',
  'card.no-answer': 'no answer',
  'transcript.topic': 'Topic',
} as const;
