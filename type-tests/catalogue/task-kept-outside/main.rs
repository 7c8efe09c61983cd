include!("../prelude.rs");

pub fn run() {
    let mut outer = None;
    with_current(|current| {
        outer = Some(current); //~ E0521
    });
    if let Some(current) = outer {
        let _ = get_unused_fd_flags(current, O_CLOEXEC);
    }
}
