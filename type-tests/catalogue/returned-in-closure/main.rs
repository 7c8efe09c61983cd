include!("../prelude.rs");

pub fn run() {
    let commit = with_current(|current| {
        let fd = get_unused_fd_flags(current, O_CLOEXEC);
        move || fd //~ error
    });
}
