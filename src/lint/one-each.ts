/** 一户一档, 每厕一码: of each one; a count, and no praise (一心一意). */
const ONE_EACH =
  /(?:^|[，,、；;实行建立])(?:每)?一[户树村人企校院站点处窟厂河源地事案班车机组家店路桥库镇乡县馆园]一[档策码点人册卡图表案证牌方本]/u;

export function saysOneEach(text: string): boolean {
  return ONE_EACH.test(text);
}
