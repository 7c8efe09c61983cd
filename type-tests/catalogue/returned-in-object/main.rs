include!("../prelude.rs");

struct Slot<T> {
    fd: T,
}

pub fn run() {
    let slot = with_current(|current| Slot { fd: get_unused_fd_flags(current, O_CLOEXEC) }); //~ error
}
