include!("../prelude.rs");

fn number_of(_moved: (), fd: u32) -> u32 {
    fd
}

pub fn run(current: CurrentTask<'_>) -> Result<u32, Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    Ok(number_of(take(fd), fd.reserved_fd())) //~ E0382
}
