/** Made-up names of sample people. Pure. */
import type { Random } from './random.ts';

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const GIVEN_ONE = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红玲建辉鹏飞斌宇浩凯健俊帆雪婷慧颖琳晶莉蕾倩岩峰波宁',
];
const GIVEN_TWO = [...'文志建国晓海春秋永立德庆新玉金长思雨子嘉欣雅诗梦若天浩宏振世学家'];
const MONGOLIAN = [
  '巴特尔',
  '乌兰',
  '其木格',
  '苏日娜',
  '额尔敦',
  '娜仁',
  '布仁',
  '萨仁',
  '朝鲁',
  '格根塔娜',
];

/** A full name that is not in `taken` yet; adds it. */
export function pickName(random: Random, taken: Set<string>): string {
  for (;;) {
    const name = random.chance(0.04)
      ? random.pick(MONGOLIAN) + (random.chance(0.3) ? random.pick(GIVEN_ONE) : '')
      : random.pick(SURNAMES) + (random.chance(0.72) ? random.pick(GIVEN_TWO) : '') + random.pick(GIVEN_ONE);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
