include!("../prelude.rs");

pub fn run() {
    let current = CurrentTask {}; //~ error
    let _ = get_unused_fd_flags(current, O_CLOEXEC);
}
