import Taro from '@tarojs/taro';
import type { CSSProperties } from 'react';
import { create } from 'zustand';
import { systemTextScale } from './text-scale';

/** 关怀模式: `system` follows the size of text that the phone is set to. */
export const CARE_CHOICES = ['system', 'on', 'off'] as const;
export type CareChoice = (typeof CARE_CHOICES)[number];

const STORAGE = 'care';
/** From this size of the system's text on, somebody needs large type and strong contrast. */
const CARE_FROM = 1.3;
const CARE_SCALE = 1.25;
/** Beyond this a phone's width no longer holds a line of ten characters. */
const MOST = 1.6;

interface Look {
  choice: CareChoice;
  /** The system's text size against its usual one. */
  scale: number;
}

export const useLook = create<Look>(() => ({ choice: 'system', scale: 1 }));

const isChoice = (value: unknown): value is CareChoice => CARE_CHOICES.some((choice) => choice === value);

/** Reads what was chosen and what the system wants. */
export function wakeLook(): void {
  const kept: unknown = Taro.getStorageSync(STORAGE);
  useLook.setState({ choice: isChoice(kept) ? kept : 'system', scale: systemTextScale() });
}

export function chooseCare(choice: CareChoice): void {
  Taro.setStorageSync(STORAGE, choice);
  useLook.setState({ choice });
}

/** Whether care mode is on, and how much larger than usual text is. */
export function lookOf({ choice, scale }: Look): { care: boolean; scale: number } {
  const care = choice === 'on' || (choice === 'system' && scale >= CARE_FROM);
  const wanted = Math.min(MOST, Math.max(0.9, scale));
  return { care, scale: care ? Math.max(CARE_SCALE, wanted) : wanted };
}

/** The variable that all type sizes are made with. */
export function scaleStyle(scale: number): CSSProperties {
  return { '--scale': String(scale) };
}
