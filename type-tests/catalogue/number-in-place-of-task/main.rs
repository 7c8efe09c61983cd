include!("../prelude.rs");

pub fn run() {
    let fd = get_unused_fd_flags(0, O_CLOEXEC); //~ E0308
}
