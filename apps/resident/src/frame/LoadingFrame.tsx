/** The frame before it is known whose it is: what comes into it moves nothing. */
import styles from './Frame.module.css'
import { Loading } from './Loading.tsx'
import { Preferences } from './Preferences.tsx'
import bar from './ProductBar.module.css'

export function LoadingFrame() {
  return (
    <>
      <header className={styles.top}>
        <Preferences />
        <div className={bar.bar}>
          <span className={bar.menu} />
        </div>
      </header>
      <main id="main" className={styles.main}>
        <Loading />
      </main>
    </>
  )
}
