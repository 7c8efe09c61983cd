include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    for name in ["a", "b"] {
        if name != "" {
            put_unused_fd(fd); //~ E0382
        }
    }
    Ok(())
}
