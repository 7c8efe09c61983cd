include!("../prelude.rs");

pub fn run() {
    with_current(|outer| {
        with_current(|inner| {
            let Ok(left) = get_unused_fd_flags(outer, O_CLOEXEC) else { return }; //~ E0521
            let Ok(right) = get_unused_fd_flags(inner, O_CLOEXEC) else { return }; //~ E0521
            let mut fds = vec![left];
            fds.push(right);
            for fd in fds {
                put_unused_fd(fd);
            }
        });
    });
}
