include!("../prelude.rs");

pub fn run() {
    let fds = with_current(|current| [get_unused_fd_flags(current, O_CLOEXEC)]); //~ error
}
