include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> u32 {
    get_unused_fd_flags(current, O_CLOEXEC) //~ E0308
}
