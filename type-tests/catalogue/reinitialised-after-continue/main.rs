include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let mut fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    loop {
        put_unused_fd(fd); //~ E0382
        if coin() {
            continue;
        }
        fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    }
}
