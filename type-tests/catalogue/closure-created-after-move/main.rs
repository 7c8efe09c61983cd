include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    put_unused_fd(fd);
    let read = || fd.reserved_fd(); //~ E0382
    Ok(read())
}
