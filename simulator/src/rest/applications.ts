import { sessionStartLimit } from '../gateway/identify.ts';
import { findApplication } from '../lookup.ts';
import { applicationObject } from '../objects/application.ts';
import { botOf } from './caller.ts';
import type { Answer, Call, Route } from './route.ts';

/** The application and where its gateway is. resources/application#get-current-application, events/gateway#get-gateway-bot */
export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/applications/@me', auth: 'bot', limit: 'application', run: get },
  { method: 'GET', path: '/oauth2/applications/@me', auth: 'bot', limit: 'application', run: get },
  { method: 'GET', path: '/gateway', auth: 'token', limit: 'gateway', run: gateway },
  { method: 'GET', path: '/gateway/bot', auth: 'bot', limit: 'gateway', run: gatewayForBot },
];

function get(call: Call): Answer {
  return {
    status: 200,
    body: applicationObject(call.world, findApplication(call.world, botOf(call).applicationId)),
  };
}

function gatewayUrl(call: Call): string {
  return `${call.world.url.replace(/^http/, 'ws')}/gateway`;
}

function gateway(call: Call): Answer {
  return { status: 200, body: { url: gatewayUrl(call) } };
}

function gatewayForBot(call: Call): Answer {
  const starts = sessionStartLimit(call.world, botOf(call).applicationId);
  return { status: 200, body: { url: gatewayUrl(call), shards: 1, session_start_limit: starts } };
}
