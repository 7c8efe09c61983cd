include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    // Rust's match does not fall through: written out as the jumps it makes.
    let n = index();
    if n == 0 {
        put_unused_fd(fd);
    }
    if n == 0 || n == 1 {
        put_unused_fd(fd); //~ E0382
    }
    Ok(())
}
