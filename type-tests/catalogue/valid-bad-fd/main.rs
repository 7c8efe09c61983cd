include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> bool {
    fget(current, 99).is_ok()
}
