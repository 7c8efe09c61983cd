include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let _ = get_unused_fd_flags(current, O_CLOEXEC);
    Ok(())
}
