include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    while coin() {
        put_unused_fd(fd);
        break;
    }
    Ok(())
}
