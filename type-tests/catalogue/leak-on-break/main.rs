include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    loop {
        let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
        if coin() {
            break;
        }
        put_unused_fd(fd);
    }
    Ok(())
}
