include!("../prelude.rs");

fn untyped<T>(value: &T) -> *const T {
    value
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let copy = untyped(&fd);
    put_unused_fd(fd);
    put_unused_fd(unsafe { std::ptr::read(copy) });
    Ok(())
}
