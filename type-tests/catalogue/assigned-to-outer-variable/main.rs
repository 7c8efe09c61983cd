include!("../prelude.rs");

pub fn run() {
    let mut outer = None;
    with_current(|current| {
        if let Ok(fd) = get_unused_fd_flags(current, O_CLOEXEC) {
            outer = Some(fd); //~ E0521
        }
    });
    drop(outer);
}
