include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    for _i in 0..3 {
        if coin() {
            put_unused_fd(fd);
            break;
        }
    }
    Ok(fd.reserved_fd()) //~ E0382
}
