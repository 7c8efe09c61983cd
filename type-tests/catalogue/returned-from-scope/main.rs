include!("../prelude.rs");

pub fn run() {
    let fd = with_current(|current| get_unused_fd_flags(current, O_CLOEXEC)); //~ error
}
