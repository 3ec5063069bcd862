/** Stands for every stylesheet: nothing a screen test asks about depends on one. */
export default {};
