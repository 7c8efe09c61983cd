include!("../prelude.rs");

pub fn run() {
    with_current(|outer| {
        with_current(|inner| {
            let mut fd = get_unused_fd_flags(outer, O_CLOEXEC).unwrap(); //~ E0521
            put_unused_fd(fd);
            fd = get_unused_fd_flags(inner, O_CLOEXEC).unwrap(); //~ E0521
            put_unused_fd(fd);
        });
    });
}
