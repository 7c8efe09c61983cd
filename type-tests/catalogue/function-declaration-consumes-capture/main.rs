include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    // A declared function can be called again: Rust's Fn.
    let drop: &dyn Fn() = &|| {
        put_unused_fd(fd); //~ E0507
    };
    drop();
    drop();
    Ok(())
}
