include!("../prelude.rs");

pub fn run() {
    let mut outer = vec![];
    with_current(|current| {
        if let Ok(fd) = get_unused_fd_flags(current, O_CLOEXEC) {
            outer.push(fd); //~ E0521
        }
    });
    for fd in outer {
        put_unused_fd(fd);
    }
}
