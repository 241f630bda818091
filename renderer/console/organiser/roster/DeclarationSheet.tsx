import { levelNamed } from '../../../../shared/domain/occupation.ts';
import { countsOf } from '../../../../shared/domain/roster.ts';
import styles from './DeclarationSheet.module.css';
import type { BatchDesk } from './use-batch.ts';

/** 一级 first, as annex 6 prints it. */
const order = (level: string): number => levelNamed(level) ?? Number.POSITIVE_INFINITY;

/**
 * Annex 6 of the notice in its own words, with the counts of the roster; on paper nothing else is printed. It is a
 * form of the centre, so it is Chinese whatever language the console speaks.
 */
export function DeclarationSheet({ desk: { batch, examinations } }: { desk: BatchDesk }) {
  const counts = countsOf(batch.roster);
  const occupations = [...new Set(examinations.map(({ occupation }) => occupation))];
  return (
    <article className={styles.sheet} lang="zh-CN" data-testid="declaration">
      <h2>国家职业资格全省统一鉴定报名资格审核承诺书</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">考生数据提交单位（盖章）</th>
            <td colSpan={2}>{batch.institution}</td>
          </tr>
          <tr>
            <th scope="col">职业</th>
            <th scope="col">级别</th>
            <th scope="col">报名人数</th>
          </tr>
          {occupations.map((occupation) => {
            const levels = examinations
              .filter((each) => each.occupation === occupation)
              .sort((left, right) => order(left.level) - order(right.level));
            return levels.map(({ id, level }, at) => (
              <tr key={id} data-examination={id}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={levels.length}>
                    {occupation}
                  </th>
                )}
                <td>{level}</td>
                <td className="tabular">{counts[id] ?? ''}</td>
              </tr>
            ));
          })}
        </tbody>
      </table>
      <p>
        承诺：本机构提交的考生数据均符合现行国家职业技能标准报名资格。若存在伪造或虚假成分，本机构愿意接受取消参加技能鉴定资格或取消相关考试成绩等处理结果，如有涉嫌违法，也愿意承担相应的法律责任。
      </p>
      <p>请报名机构负责人手书以上内容：</p>
      <div className={styles.handwriting} />
      <p className={styles.signature}>签名：</p>
      <p className={styles.signature}>年&emsp;&emsp;月&emsp;&emsp;日</p>
      <p className={styles.mark}>名单版本 {batch.revision}</p>
    </article>
  );
}
