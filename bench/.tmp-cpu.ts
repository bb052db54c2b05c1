import { execSync } from 'node:child_process'
import fs from 'node:fs'
import { randomUUIDv7, createHash } from 'node:crypto'
import { openDatabase } from '../apps/server/src/database/database.ts'
import { createDatabase, startTemporaryPostgres } from '../apps/server/src/database/embedded-postgres.ts'
import { migrate } from '../apps/server/src/database/migrate.ts'
import { startSession } from '../apps/server/src/modules/parking-sessions/index.ts'
import { fillTown } from './town.ts'
import { findPgbench } from './pgbench.ts'
const pg = await startTemporaryPostgres({ durable: true })
const ticks = () => { // cpu of postmaster family in ms (incl. reaped children)
  let t=0
  for (const p of fs.readdirSync('/proc')) if(/^\d+$/.test(p)) try {
    const s=fs.readFileSync(`/proc/${p}/stat`,'utf8'); const f=s.slice(s.lastIndexOf(')')+2).split(' ')
    const ppid=Number(f[1]); if(Number(p)===pg.pid) t+=Number(f[11])+Number(f[12])+Number(f[13])+Number(f[14]); else if(ppid===pg.pid) t+=Number(f[11])+Number(f[12])
  } catch {}
  return t*10
}
try {
  const url = await createDatabase(pg,'town'); await migrate(url)
  const db = openDatabase(url,{max:16}); 
  const residents = await fillTown(db, Temporal.Now.instant())
  const world = { db, now: () => Temporal.Now.instant(), publicUrl: new URL('http://localhost') }
  const run = async (sec, keep) => { const end=performance.now()+sec*1000; let n=0; const c=process.cpuUsage(); const p0=ticks(); const t0=performance.now()
    await Promise.all(Array.from({length:16}, async()=>{ while(performance.now()<end){ const r=residents[Math.floor(Math.random()*residents.length)]
      const k = keep ? { accountId:r.accountId, key: randomUUIDv7(), fingerprint: createHash('sha256').update('x').digest(), status:201, at: world.now()} : undefined
      await startSession(world,{accountId:r.accountId},{productId:r.productId, plate:{number:'B'+randomUUIDv7().slice(-8).toUpperCase(),country:'NL'}, start:'now', end: world.now().add({hours:2}), keep: k}); n++ } }))
    const u=process.cpuUsage(c); const wall=(performance.now()-t0)/1000
    console.log(keep?'keep':'plain', Math.round(n/wall)+'/s', 'node µs', Math.round((u.user+u.system)/n), 'pg µs', Math.round((ticks()-p0)*1000/n)) }
  await run(2,false); 
  for (let i=0;i<3;i++){ await run(4,false); await run(4,true) }
  const b=findPgbench(); const lim=await createDatabase(pg,'limit'); b.initialise(lim,20)
  for(let i=0;i<3;i++){ const p0=ticks(); const r=b.rate(lim,{clients:16,seconds:4}); await new Promise(r=>setTimeout(r,300)); console.log('pgbench', Math.round(r), 'pg µs', Math.round((ticks()-p0)*1000/(r*4))) }
  await db.destroy()
} finally { await pg.stop() }
