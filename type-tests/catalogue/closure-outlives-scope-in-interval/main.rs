include!("../prelude.rs");

pub fn run() {
    with_current(|current| {
        let Ok(fd) = get_unused_fd_flags(current, O_CLOEXEC) else { return };
        set_interval(move || drop(fd.reserved_fd())); //~ E0521
    });
}
