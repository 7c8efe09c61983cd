include!("../prelude.rs");

fn structured_clone<T: Clone>(value: &T) -> T {
    value.clone()
}

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let copy = structured_clone(&fd); //~ E0277
    put_unused_fd(copy);
    Ok(())
}
