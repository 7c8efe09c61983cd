include!("../prelude.rs");

pub fn run() {
    let current = with_current(|task| task); //~ error
    let _ = get_unused_fd_flags(current, O_CLOEXEC);
}
