include!("../prelude.rs");

struct Outer<T> {
    fd: Option<T>,
}

pub fn run() {
    let mut outer = Outer { fd: None };
    with_current(|current| {
        if let Ok(fd) = get_unused_fd_flags(current, O_CLOEXEC) {
            outer.fd = Some(fd); //~ E0521
        }
    });
    drop(outer.fd);
}
