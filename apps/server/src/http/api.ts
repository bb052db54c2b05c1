/** Everything under `/api/v1` that is the same for every endpoint. */
import { api as endpoints } from '@2park/contract/api'
import { openApiDocument } from '@2park/contract/openapi'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import { Refused } from '#refused.ts'
import { apiHeaders } from './headers.ts'
import { requireOwnOrigin } from './own-origin.ts'
import type { Guards } from './callers.ts'
import { partsOf, routeOn, toFastifyPath, type Route } from './route.ts'

const apiPrefix = '/api/v1'

export function serveApi(
  app: FastifyInstance,
  guards: Guards,
  bindModules: (route: Route) => void,
): void {
  app.register(
    (scope, _, done) => {
      // JSON is the only language spoken here; anything else is told so (415).
      scope.removeContentTypeParser('text/plain')
      scope.addHook('onRequest', async (request, reply) => {
        reply.headers(apiHeaders)
        // Only paths without a slash at the end exist: no second name for one thing.
        if (/\/(?:\?|$)/.test(request.url)) throw new Refused('notFound')
        requireOwnOrigin(request, guards.world.publicUrl)
      })
      bindModules(routeOn(scope, guards))
      refuseOtherMethods(scope)
      publishDocument(scope)
      // Whatever else is asked for under our prefix is no page of the web app.
      scope.all('/*', () => {
        throw new Refused('notFound')
      })
      done()
    },
    { prefix: apiPrefix },
  )
}

/** A path that exists, asked with a method that it does not have. */
function refuseOtherMethods(scope: FastifyInstance): void {
  const methods = new Map<string, string[]>()
  for (const name of Object.keys(endpoints)) {
    // The names of the contract's own endpoints.
    const { method, path } = partsOf(name as keyof typeof endpoints)
    methods.set(path, [...(methods.get(path) ?? []), method])
  }
  const all = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies HTTPMethods[]
  for (const [path, allowed] of methods) {
    scope.route({
      method: all.filter((method) => !allowed.includes(method)),
      url: toFastifyPath(path),
      exposeHeadRoute: false,
      handler: (_, reply) => {
        reply.header('allow', allowed.join(', '))
        throw new Refused('methodNotAllowed')
      },
    })
  }
}

/** For anyone to read, from any website: how to speak with us (publish-openapi). */
function publishDocument(scope: FastifyInstance): void {
  // Worked out for who asks for it first: few do, and it is large.
  let document: string | undefined
  scope.get('/openapi.json', (_, reply) =>
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('application/json; charset=utf-8')
      .send((document ??= JSON.stringify(openApiDocument()))),
  )
}
