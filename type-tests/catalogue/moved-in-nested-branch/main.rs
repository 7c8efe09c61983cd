include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    if coin() {
        if coin() {
            put_unused_fd(fd);
        }
    }
    Ok(fd.reserved_fd()) //~ E0382
}
