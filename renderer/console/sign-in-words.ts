import { defineWords } from '../ui/words.ts';

export const signInWords = defineWords(
  {
    brand: '云考',
    title: '监考台登录',
    login: '用户名',
    password: '密码',
    enter: '登录',
    loginMissing: '请输入用户名。',
    passwordMissing: '请输入密码。',
    signedOut: '需要重新登录',
    forgotten: '忘记用户名或密码，请联系考务组织者。',
  },
  {
    brand: 'Yunkao',
    title: 'Proctor sign-in',
    login: 'User name',
    password: 'Password',
    enter: 'Sign in',
    loginMissing: 'Type your user name.',
    passwordMissing: 'Type your password.',
    signedOut: 'Sign in again',
    forgotten: 'If you do not know your user name or password, ask the organiser.',
  },
);
