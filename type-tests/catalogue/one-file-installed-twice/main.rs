include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let first = get_unused_fd_flags(current, O_CLOEXEC)?;
    let second = get_unused_fd_flags(current, O_CLOEXEC)?;
    let a = filp_open("a")?;
    first.fd_install(a);
    second.fd_install(a); //~ E0382
    Ok(())
}
