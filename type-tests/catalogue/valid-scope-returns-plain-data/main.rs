include!("../prelude.rs");

pub fn run() {
    let result = with_current(|current| {
        let fd = get_unused_fd_flags(current, O_CLOEXEC);
        fd.map(|fd| (fd.reserved_fd(), "reserved")).unwrap_or((0, "EMFILE"))
    });
    let _ = result;
}
